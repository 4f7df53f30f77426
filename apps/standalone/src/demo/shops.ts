import { aozora } from './shops/aozora.js';
import type { DemoShop } from './shops/demo-shop.js';
import { sakura } from './shops/sakura.js';

export const demoShops: readonly DemoShop[] = [sakura, aozora];
