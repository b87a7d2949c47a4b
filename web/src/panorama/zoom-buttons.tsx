import { ActionIcon } from '@mantine/core'
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import { useLanguage } from '../language.tsx'
import type { Zoom } from './map-frame.ts'

const STEP = 1.7

/** @param onZoom receives the factor; 0: the whole country */
export function ZoomButtons({ zoom, onZoom }: { readonly zoom: Zoom; readonly onZoom: (factor: number) => void }) {
  const { t } = useLanguage()
  const buttons = [
    { label: t.map.zoomIn, factor: STEP, Icon: IconPlus, off: false },
    { label: t.map.zoomOut, factor: 1 / STEP, Icon: IconMinus, off: zoom.scale === 1 },
    { label: t.map.fit, factor: 0, Icon: IconFocusCentered, off: zoom.scale === 1 },
  ]
  return (
    <div className="map-zoom">
      {buttons.map(({ label, factor, Icon, off }) => (
        <ActionIcon
          key={label}
          variant="default"
          size={28}
          aria-label={label}
          title={label}
          disabled={off}
          onClick={() => onZoom(factor)}
        >
          <Icon size={16} stroke={1.75} />
        </ActionIcon>
      ))}
    </div>
  )
}
