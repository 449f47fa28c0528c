# clever-conformance as a command: docker run --rm -v "$PWD/reports:/work/reports" clever-conformance server --target URL
FROM node:24-slim AS build
WORKDIR /source
COPY . .
RUN npm ci && mkdir /packed && npm pack --pack-destination /packed
RUN npm install --prefix /app --omit=dev --no-fund --no-audit /packed/clever-conformance-*.tgz

FROM node:24-slim
ENV NODE_ENV=production
COPY --from=build /app /app
# Reports are written below it. The user is the one of the base image that is not root.
WORKDIR /work
RUN chown node:node /work
USER node
ENTRYPOINT ["node", "/app/node_modules/clever-conformance/dist/src/cli/bin.js"]
CMD ["help"]
# Of the sandbox; other verbs end by themselves.
HEALTHCHECK --interval=5s --timeout=3s --retries=10 CMD ["node", "-e", "fetch('http://127.0.0.1:4010/_health').then((one) => process.exit(one.ok ? 0 : 1), () => process.exit(1))"]
