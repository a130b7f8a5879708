import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** Shown instead of the children after one of them threw. `retry` renders them anew. */
  readonly fallback: (retry: () => void) => ReactNode;
  /** Another value clears the error: the path of the page. */
  readonly resetKey?: string;
  readonly children: ReactNode;
}

/** Keeps a fault in one part of the page from taking the rest away. */
export class ErrorBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.setState({ failed: false });
  }

  override render() {
    return this.state.failed
      ? this.props.fallback(() => this.setState({ failed: false }))
      : this.props.children;
  }
}
