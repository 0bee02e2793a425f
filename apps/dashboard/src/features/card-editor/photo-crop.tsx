import '@mantine/core/styles/Slider.css';
import { Box, Button, Center, Group, Input, Slider, Stack } from '@mantine/core';
import { type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Crop, drawCrop, MAX_ZOOM, PHOTO_SIDE, pushed, toJpeg, WHOLE } from './crop';
import { Dialog } from '../../ui/dialog';

interface PhotoCropProps {
  photo: ImageBitmap;
  onCancel(): void;
  /** @param photo a square JPEG as a data URL */
  onCrop(photo: string): void;
}

/** Which square of a photo the card shows: dragged, or moved by sliders, which a keyboard can too. */
export function PhotoCrop({ photo, onCancel, onCrop }: PhotoCropProps) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const [crop, setCrop] = useState<Crop>(WHOLE);
  const sides = [
    { name: 'zoom', min: 1, max: MAX_ZOOM },
    { name: 'x', min: 0, max: 1 },
    { name: 'y', min: 0, max: 1 },
  ] as const;
  return (
    <Dialog
      opened
      onClose={onCancel}
      title={t('card-editor:photo.cropTitle')}
      closeLabel={t('card-editor:photo.cancel')}
    >
      <Stack gap="md">
        <Square photo={photo} crop={crop} onMove={setCrop} />
        {sides.map(({ name, min, max }) => (
          <LabelledSlider
            key={name}
            label={t(`card-editor:photo.${name}`)}
            value={crop[name]}
            min={min}
            max={max}
            onChange={(value) => setCrop((before) => ({ ...before, [name]: value }))}
          />
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('card-editor:photo.cancel')}
          </Button>
          <Button data-autofocus onClick={() => onCrop(toJpeg(photo, crop))}>
            {t('card-editor:photo.use')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

interface SquareProps {
  photo: ImageBitmap;
  crop: Crop;
  onMove(crop: Crop): void;
}

function Square({ photo, crop, onMove }: SquareProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) drawCrop(canvas.current, photo, crop);
  }, [photo, crop]);
  const drag = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons !== 1) return;
    const { width } = event.currentTarget.getBoundingClientRect();
    event.currentTarget.setPointerCapture(event.pointerId);
    onMove(pushed(photo, crop, event.movementX / width, event.movementY / width));
  };
  return (
    <Center>
      <Box
        component="canvas"
        ref={canvas}
        aria-hidden
        width={PHOTO_SIDE}
        height={PHOTO_SIDE}
        w="var(--num-crop-size)"
        h="var(--num-crop-size)"
        onPointerMove={drag}
        // Round, as the card shows it; and a finger moves the photo, not the page.
        style={{ borderRadius: '50%', touchAction: 'none', cursor: 'move' }}
      />
    </Center>
  );
}

interface LabelledSliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange(value: number): void;
}

function LabelledSlider({ label, ...slider }: LabelledSliderProps) {
  const id = useId();
  return (
    <div>
      <Input.Label id={id} component="div">
        {label}
      </Input.Label>
      <Slider {...slider} step={0.05} label={null} thumbProps={{ 'aria-labelledby': id }} />
    </div>
  );
}
