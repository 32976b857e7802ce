// The program's memory and how text crosses it. Other modules add what they answer to `answers`;
// src/browser/js.h is the list of what is asked.
export const program = { memory: null, call: null, exports: null, ended: () => {}, stopped: false };

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });  // spans count its bytes
let bytes = new Uint8Array(0);
let words = new Int32Array(0);
let floats = new Float32Array(0);
let answer = new Uint8Array(0);
let result = '';

// Views of the memory as it is now: it moves when it grows.
export function memory8() {
  if (bytes.buffer !== program.memory.buffer) bytes = new Uint8Array(program.memory.buffer);
  return bytes;
}
export function memory32() {
  if (words.buffer !== program.memory.buffer) words = new Int32Array(program.memory.buffer);
  return words;
}
export function memoryFloat() {
  if (floats.buffer !== program.memory.buffer) floats = new Float32Array(program.memory.buffer);
  return floats;
}

export function textAt(at, length) {
  return decoder.decode(memory8().subarray(at, at + length));
}

// The answer of an import that answers with text.
export function answerWith(value) {
  answer = typeof value === 'string' ? encoder.encode(value) : value;
  return answer.length;
}

// Calls an export with texts or bytes, each as pointer and length, and whatever else stands after them.
export function callWith(name, values, ...rest) {
  if (program.stopped) return 0;
  const laid = [];
  for (const value of values) {
    const data = typeof value === 'string' ? encoder.encode(value) : value;
    const at = program.call.bs_alloc(data.length + 1);
    if (!at) {
      const error = new Error('out of memory');
      // A large file is refused; where not even a word finds room nothing goes on.
      if (data.length < 65536) program.ended(error);
      throw error;
    }
    memory8().set(data, at);
    laid.push(at, data.length);
  }
  const got = program.call[name](...laid, ...rest);
  for (let i = 0; i < laid.length; i += 2) program.call.bs_free(laid[i]);
  return got;
}

// Calls an export that hands its result to js_result.
export function resultOf(name, values = [], ...rest) {
  result = '';
  callWith(name, values, ...rest);
  return result;
}

const wasi = {
  fd_write(descriptor, vectors, count, written) {
    let total = 0;
    let line = '';
    for (let i = 0; i < count; ++i) {
      const at = memory32()[(vectors >> 2) + 2 * i];
      const length = memory32()[(vectors >> 2) + 2 * i + 1];
      line += textAt(at, length);
      total += length;
    }
    memory32()[written >> 2] = total;
    if (line.trim()) console.warn(line.trimEnd());
    return 0;
  },
  proc_exit(code) {
    throw new WebAssembly.RuntimeError(`the program ended itself (${code})`);
  },
};

// A trap leaves the program in no state to go on.
const guarded = (work) => (...given) => {
  try {
    return work(...given);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) program.ended(error);
    throw error;
  }
};

// Instantiates the module with `answers` for its imports. What is not answered does nothing and says 0.
export async function instantiate(module, answers) {
  const own = {
    js_take: (to) => memory8().set(answer, to),
    js_number: (at, length) => Number(textAt(at, length)),
    js_result: (at, length) => {
      result = textAt(at, length);
    },
  };
  const given = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    given[from] ??= {};
    given[from][name] = own[name] ?? answers[name] ?? wasi[name] ?? (() => 0);
  }
  const instance = await WebAssembly.instantiate(module, given);
  program.call = Object.fromEntries(Object.entries(instance.exports).map(([name, part]) =>
    [name, typeof part === 'function' ? guarded(part) : part]));
  program.exports = instance.exports;
  program.memory = instance.exports.memory;
  instance.exports._initialize?.();
}
