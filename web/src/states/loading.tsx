import { Skeleton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLanguage } from '../language.tsx'
import './states.css'

/** A skeleton of what comes, from 200 ms on: what is there sooner needs none. */
export function Loading() {
  const { t } = useLanguage()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="panel loading" role="status">
      <span className="only-read-aloud">{t.states.loading}</span>
      {late && (
        <>
          <div className="loading-row">
            {[150, 120, 170].map((w) => (
              <Skeleton key={w} height={22} width={w} radius={4} />
            ))}
          </div>
          <div className="loading-row">
            <Skeleton height={380} width="45%" radius={4} />
            <div className="loading-lines">
              {[86, 68, 92, 60, 74, 66, 88].map((w) => (
                <Skeleton key={w} height={14} width={`${w}%`} radius={4} />
              ))}
            </div>
          </div>
        </>
      )}
    </div>
  )
}
