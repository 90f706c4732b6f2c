interface WhyFieldProps {
  readonly id: string;
  readonly label: string;
}

/** The reason for an action, on a page with several such fields: their ids must differ. */
export function WhyField({ id, label }: WhyFieldProps) {
  return (
    <>
      <label class="usa-label" for={id}>
        {label}
      </label>
      <input class="usa-input" id={id} name="why" type="text" autocomplete="off" required />
    </>
  );
}
