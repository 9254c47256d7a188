import { Route, Routes } from 'react-router-dom';
import { InboxPage } from './InboxPage';
import { PreferencesPage } from './PreferencesPage';

/** The pages below 通知. */
export function NotificationsPages() {
  return (
    <Routes>
      <Route index element={<InboxPage />} />
      <Route path="preferences" element={<PreferencesPage />} />
    </Routes>
  );
}
