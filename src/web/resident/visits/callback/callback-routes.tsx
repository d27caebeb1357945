import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../../shell/frame/not-found-page';
import { AskCallbackPage } from './ask-callback-page';
import { CallbackListPage } from './callback-list-page';

/** The routes under `/telepon`. */
export function CallbackRoutes() {
  return (
    <Routes>
      <Route index element={<CallbackListPage />} />
      <Route path="baru" element={<AskCallbackPage backTo="/telepon" />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
