import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One piece of text as it stands on a page, in points from the top left. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly text: string;
  /** What of it has a meaning, in the order in which it is read out: `H1`, `P`, `TR`, `TD` … */
  readonly roles: readonly string[];
  /** What the pictures say to those who do not see them. */
  readonly pictures: readonly string[];
  /** What is neither told to those who have the file read out nor marked as of no meaning; of a right file nothing. */
  readonly untold: readonly string[];
  /** Where there is ink, also beside the page: the smallest frame that holds it, in points from the top left. */
  readonly ink: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly text: string;
  readonly title: string;
  readonly language: string;
  /** Bookmarks, in order. */
  readonly outline: readonly string[];
}

type Loaded = Awaited<ReturnType<typeof getDocument>['promise']>;
type LoadedPage = Awaited<ReturnType<Loaded['getPage']>>;
type Node = Awaited<ReturnType<LoadedPage['getStructTree']>>;

/** A PDF as another program (pdf.js) reads and draws it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++)
    pages.push(await readPage(await document.getPage(number)));
  const outline = ((await document.getOutline()) ?? []).map((item) => item.title);
  const { info } = await document.getMetadata();
  const { Title: title, Language: language } = info as { Title: string; Language: string };
  await task.destroy();
  return { pages, text: pages.map(({ text }) => text).join('\n'), title, language, outline };
}

async function readPage(page: LoadedPage): Promise<ReadPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ disableNormalization: true });
  const pieces = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , x, y] = item.transform as number[];
    const left = x as number;
    const bottom = height - (y as number);
    return [{ text: item.str, left, right: left + item.width, top: bottom - item.height, bottom }];
  });
  const tree = await page.getStructTree();
  return {
    width,
    height,
    pieces,
    text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    roles: rolesOf(tree),
    pictures: picturesOf(tree),
    untold: await untoldOf(page),
    ink: await inkOf(page),
  };
}

/** A page's tree also names what stands on other pages, without any content. */
function rolesOf(node: Node | null): string[] {
  if (node === null || !('role' in node) || !hasContent(node)) return [];
  return [node.role, ...node.children.flatMap((child) => rolesOf(child as Node))];
}

function picturesOf(node: Node | null): string[] {
  if (node === null || !('role' in node) || !hasContent(node)) return [];
  const { role, alt } = node as { role: string; alt?: string };
  return [
    ...(role === 'Figure' ? [alt ?? ''] : []),
    ...node.children.flatMap((child) => picturesOf(child as Node)),
  ];
}

function hasContent(node: Node): boolean {
  return 'role' in node ? node.children.some((child) => hasContent(child as Node)) : true;
}

async function untoldOf(page: LoadedPage): Promise<string[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const marks: string[] = [];
  return items.flatMap((item) => {
    if ('str' in item) {
      const isTold = marks.some((mark) => mark === 'Artifact' || mark === 'id');
      return isTold || item.str.trim() === '' ? [] : [item.str];
    }
    if (item.type === 'endMarkedContent') marks.pop();
    // What pdf.js gives, and its types leave out.
    else marks.push(item.id === undefined ? String((item as { tag?: string }).tag) : 'id');
    return [];
  });
}

/** Points around the page that are looked at as well. */
const BESIDE = 20;

async function inkOf(page: LoadedPage): Promise<ReadPage['ink']> {
  const scale = 2;
  const beside = BESIDE * scale;
  const viewport = page.getViewport({ scale, offsetX: beside, offsetY: beside });
  const canvas = createCanvas(
    Math.ceil(viewport.width) + 2 * beside,
    Math.ceil(viewport.height) + 2 * beside,
  );
  const context = canvas.getContext('2d');
  await page.render({
    canvas: canvas as unknown as HTMLCanvasElement,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
  }).promise;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const ink = { left: width, right: 0, top: height, bottom: 0 };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x);
      if ((data[at] as number) > 250 && (data[at + 1] as number) > 250 && (data[at + 2] as number) > 250)
        continue;
      ink.left = Math.min(ink.left, x);
      ink.right = Math.max(ink.right, x);
      ink.top = Math.min(ink.top, y);
      ink.bottom = Math.max(ink.bottom, y);
    }
  return {
    left: ink.left / scale - BESIDE,
    right: ink.right / scale - BESIDE,
    top: ink.top / scale - BESIDE,
    bottom: ink.bottom / scale - BESIDE,
  };
}
