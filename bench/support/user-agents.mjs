// Shapes of browsers as people have them on their phones and desks, in-app browsers included; versions vary.
const ANDROIDS = [
  'SM-S918B',
  'SM-A546B',
  'SM-G991B',
  'Pixel 8',
  'Pixel 7a',
  '2201117TY',
  'CPH2465',
  'M2102J20SG',
];

const SHAPES = [
  (n) =>
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_${n % 7} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.${n % 7} Mobile/15E148 Safari/604.1`,
  (n) =>
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_${n % 8} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.${n % 8} Mobile/15E148 Safari/604.1`,
  (n) =>
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_${n % 7}_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/1${30 + (n % 12)}.0.6943.84 Mobile/15E148 Safari/604.1`,
  (n) =>
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_${n % 7} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76 [LinkedInApp]/9.31.${n}`,
  (n) =>
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_${n % 7} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76 Instagram 3${50 + (n % 40)}.0.0.33.88 (iPhone15,2; iOS 18_${n % 7}; fr_FR; fr; scale=3.00; 1179x2556)`,
  (n) =>
    `Mozilla/5.0 (iPad; CPU OS 17_${n % 8} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.${n % 8} Mobile/15E148 Safari/604.1`,
  (n) =>
    `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/1${20 + (n % 20)}.0.0.0 Mobile Safari/537.36`,
  (n) =>
    `Mozilla/5.0 (Linux; Android 14; ${ANDROIDS[n % ANDROIDS.length]}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/1${20 + (n % 20)}.0.6778.${n} Mobile Safari/537.36`,
  (n) =>
    `Mozilla/5.0 (Linux; Android 14; ${ANDROIDS[n % ANDROIDS.length]}) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/2${n % 8}.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
  (n) =>
    `Mozilla/5.0 (Android 14; Mobile; rv:1${20 + (n % 20)}.0) Gecko/1${20 + (n % 20)}.0 Firefox/1${20 + (n % 20)}.0`,
  (n) =>
    `Mozilla/5.0 (Linux; Android 13; ${ANDROIDS[n % ANDROIDS.length]} Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/1${20 + (n % 20)}.0.6778.39 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/49${n % 10}.0.0.53.109;]`,
  (n) =>
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/1${20 + (n % 20)}.0.0.0 Safari/537.36`,
  (n) =>
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/1${20 + (n % 20)}.0.0.0 Safari/537.36 Edg/1${20 + (n % 20)}.0.0.0`,
  (n) =>
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:1${20 + (n % 20)}.0) Gecko/20100101 Firefox/1${20 + (n % 20)}.0`,
  (n) =>
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.${n % 8} Safari/605.1.15`,
  (n) => `Mozilla/5.0 (X11; Linux x86_64; rv:1${20 + (n % 20)}.0) Gecko/20100101 Firefox/1${20 + (n % 20)}.0`,
];

/** 320 user agents of browsers. */
export const USER_AGENTS = Array.from({ length: 320 }, (_, index) =>
  SHAPES[index % SHAPES.length](Math.floor(index / SHAPES.length)),
);
