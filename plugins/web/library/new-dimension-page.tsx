import { EditDimension } from './edit-dimension.tsx';

/** `/library/dimensions/new` */
export function Page() {
  return <EditDimension code={null} />;
}
