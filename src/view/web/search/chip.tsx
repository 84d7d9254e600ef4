/** A filter that is set, with its way out. */
export const Chip = ({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) => (
  <button type="button" class="set-filter" onClick={onRemove} aria-label={`Remove the filter: ${label}`}>
    {label} <span aria-hidden="true">×</span>
  </button>
);
