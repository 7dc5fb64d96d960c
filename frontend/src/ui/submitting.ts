/** A form's submit handler: runs the action, then leads to the first field that it found wrong. */
export const submitting = (action: () => Promise<void>) => (event: SubmitEvent) => {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  void action().then(() => {
    // The view is drawn in the next frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        form.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')?.focus();
      }),
    );
  });
};
