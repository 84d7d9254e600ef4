/** A button that shows more of a list. */
export const More = ({ words, onMore }: { readonly words: string; readonly onMore: () => void }) => (
  <button type="button" class="plain-button story-more no-print" onClick={onMore}>
    {words}
  </button>
);
