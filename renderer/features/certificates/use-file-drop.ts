import { useEffect, useEffectEvent } from 'react';

/** Takes a file dropped anywhere on the window; without it the drop is refused. */
export function useFileDrop(onFile: ((file: File) => void) | null): void {
  const drop = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file && onFile) onFile(file);
  });
  const over = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = onFile ? 'copy' : 'none';
  });

  useEffect(() => {
    const onDrop = (event: DragEvent): void => drop(event);
    const onOver = (event: DragEvent): void => over(event);
    window.addEventListener('drop', onDrop);
    window.addEventListener('dragover', onOver);
    return () => {
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('dragover', onOver);
    };
  }, []);
}
