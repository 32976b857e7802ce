#version 300 es
// Lays ink on paper: colour from the vertex, coverage from the one-byte atlas.
//
// Blending happens in sRGB, as everywhere in the browser, where dark strokes on light paper come out too thin
// and light strokes on dark too fat. The curve on the coverage evens that out, by the lightness of the ink.
precision mediump float;
uniform sampler2D u_atlas;
in vec2 v_uv;
in vec4 v_color;
out vec4 o_color;

void main() {
  float coverage = texture(u_atlas, v_uv).r;
  float lightness = dot(v_color.rgb, vec3(0.2126, 0.7152, 0.0722));
  float ink = pow(coverage, mix(0.78, 1.08, lightness));
  o_color = vec4(v_color.rgb, 1.0) * (v_color.a * ink);
}
