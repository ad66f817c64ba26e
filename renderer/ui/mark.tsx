/** The program's mark: a lectern seen from the room. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0f6297" />
      <path d="M7 9.5h18l-2.2 5.2H9.2z" fill="#ffffff" />
      <path d="M10.5 17h11l-1.4 7h-8.2z" fill="#a7cde8" />
    </svg>
  );
}
