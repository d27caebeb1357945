import cascadeLayers from '@csstools/postcss-cascade-layers';

/**
 * The lowest browsers of both apps: those of early 2021, the last that a phone bought five years ago got where
 * its owner never updated it (README). The code and styles of the build are written for them; what syntax
 * cannot replace is held by `tests/e2e/old-browsers.spec.ts`.
 */
export const LOWEST_BROWSERS = ['chrome88', 'safari15', 'firefox89'];

/**
 * Styles without `@layer`, which browsers have since 2022: those before drop every rule inside. Selectors get the layer's
 * place in the order as specificity, counted for each file by itself: one with an id in it would lift the layers of its
 * file above those of all others (`tests/unit/web-ui/styles.test.ts`).
 */
export const WITHOUT_LAYERS = { postcss: { plugins: [cascadeLayers()] } };
