/** Somebody outside of the company whom a colleague knows on WeChat, and what they were sent. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  /** The colleague whose customer they are. */
  readonly memberId: string;
  readonly received: string[];
}

export interface WecomCustomers {
  /** The company gives a colleague customer contact, and them a customer. */
  meet(memberId: string, name: string): Customer;
  of(memberId: string): readonly Customer[];
  /**
   * What the client does when a page hands it something for customers: the colleague picks the first one and confirms.
   * @param listed functions that the page's signature named
   * @returns the documented refusal, or null
   */
  share(
    memberId: string,
    listed: readonly string[],
    params: Readonly<Record<string, unknown>>,
  ): string | null;
}

const name = 'shareToExternalContact';
const longest = 4000;

/**
 * WeCom's customer contact as its client offers it to pages, by the types of the official package (`@wecom/jssdk`): for apps that may use
 * the interface, colleagues who have the function, one message a day from a colleague to a customer.
 */
export function wecomCustomers(nowMs: () => number): WecomCustomers {
  const customers: Customer[] = [];
  const sent = new Set<string>();
  const of = (memberId: string) => customers.filter((one) => one.memberId === memberId);
  return {
    meet(memberId, customer) {
      const made = { id: `wmCustomer${customers.length + 1}`, name: customer, memberId, received: [] };
      customers.push(made);
      return made;
    },
    of,
    share(memberId, listed, params) {
      const { content } = (params.text ?? {}) as { readonly content?: unknown };
      const [chosen] = of(memberId);
      if (!listed.includes(name) || !chosen) return 'no permission';
      if (typeof content !== 'string' || content === '' || [...content].length > longest)
        return 'invalid text';
      const day = `${memberId} ${chosen.id} ${new Date(nowMs() + 8 * 3_600_000).toISOString().slice(0, 10)}`;
      // The client itself does not send it; what it tells the page then is not documented.
      if (sent.has(day)) return 'cancel';
      sent.add(day);
      chosen.received.push(content);
      return null;
    },
  };
}
