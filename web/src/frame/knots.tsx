/** The mark: three knotted strings, as a runner carried them. */
export function Knots() {
  return (
    <svg viewBox="0 0 20 18" width={20} height={18} aria-hidden="true" className="knots">
      <g stroke="currentColor" strokeWidth={1.9} strokeLinecap="round" fill="none">
        <path d="M1.5 2h17M5 2v13M10 2v8M15 2v12" />
      </g>
      <g fill="currentColor">
        <circle cx={5} cy={7.5} r={2} />
        <circle cx={10} cy={10.5} r={2} />
        <circle cx={15} cy={6} r={2} />
      </g>
    </svg>
  )
}
