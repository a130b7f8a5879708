import { useParam } from '../kit/router.tsx';
import { EditDimension } from './edit-dimension.tsx';

/** `/library/dimensions/:code/edit` */
export function Page() {
  return <EditDimension code={useParam('code')} />;
}
