export { NoticesModule } from './notices.module.js';
export { PostNotice } from './use-cases/post-notice.js';
