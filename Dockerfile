# The image serves everything: API, card pages, tracker and dashboard. Built from the repository's root:
#   docker build -t num-ecard .
# `npm run rehearse-image` runs these steps without a container engine.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json ./
COPY scripts scripts
COPY libs libs
COPY apps apps
COPY bench/package.json bench/package.json
RUN node scripts/num-ecard.mjs build

# What runs needs no compiler, no bundler and no test tool: a second install, of the API and what it imports.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY libs/contracts/package.json libs/contracts/package.json
COPY libs/tracker/package.json libs/tracker/package.json
COPY apps/api/package.json apps/api/package.json
COPY apps/dashboard/package.json apps/dashboard/package.json
COPY bench/package.json bench/package.json
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prod --filter @num-ecard/api...

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=packages /app ./
COPY --from=build /app/libs/contracts/dist libs/contracts/dist
COPY --from=build /app/libs/tracker/dist libs/tracker/dist
COPY --from=build /app/apps/dashboard/dist apps/dashboard/dist
COPY --from=build /app/apps/api/mail-templates apps/api/mail-templates
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/api/browser/dist apps/api/browser/dist
RUN mkdir -p /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process and takes SIGTERM itself: no shell and no npm between them.
CMD ["node", "--enable-source-maps", "--max-semi-space-size=64", "apps/api/dist/main.js"]
