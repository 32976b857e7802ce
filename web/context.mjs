// The canvas's WebGL2 context, null where the browser has none. Asked for as early as can be: the graphics process gets ready
// while the program is being unpacked. Made in its final size, for a change waits until that process is ready.
export function contextOf(canvas) {
  if (canvas.width === 300) {  // as HTML makes it
    canvas.width = Math.round(innerWidth * devicePixelRatio) || 1;
    canvas.height = Math.round(innerHeight * devicePixelRatio) || 1;
  }
  return canvas.getContext('webgl2', {
    alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power',
  });
}
