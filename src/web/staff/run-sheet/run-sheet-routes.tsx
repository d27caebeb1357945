import './run-sheet.css';
import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../shell/frame/not-found-page';
import { PrintPage } from './paper/print-page';
import { AddPhotoPage } from './photos/add-photo-page';
import { PhotoPage } from './photos/photo-page';
import { RecordPage } from './record/record-page';
import { CrewPhoneProvider } from './sheet/crew-phone';
import { SheetGate, VisitGate } from './sheet/sheet-gate';
import { SheetPage } from './sheet/sheet-page';
import { PRINT, STEPS } from './sheet-paths';
import { ArrivePage } from './visit/arrive-page';
import { GiveBackPage } from './visit/give-back-page';
import { NotePage } from './visit/note-page';
import { VisitPage } from './visit/visit-page';

type RunSheetRoutesProps = { device?: Parameters<typeof CrewPhoneProvider>[0]['device'] };

/** The addresses of the run sheet. `device` is handed in by tests. */
export function RunSheetRoutes({ device }: RunSheetRoutesProps) {
  return (
    <CrewPhoneProvider device={device}>
      <Routes>
        <Route index element={<SheetGate page={SheetPage} />} />
        <Route path={PRINT} element={<SheetGate page={PrintPage} />} />
        <Route path=":bookingId" element={<VisitGate page={VisitPage} />} />
        <Route path={`:bookingId/${STEPS.arrive}`} element={<VisitGate page={ArrivePage} />} />
        <Route path={`:bookingId/${STEPS.record}`} element={<VisitGate page={RecordPage} />} />
        <Route path={`:bookingId/${STEPS.giveBack}`} element={<VisitGate page={GiveBackPage} />} />
        <Route path={`:bookingId/${STEPS.photo}`} element={<VisitGate page={AddPhotoPage} />} />
        <Route path=":bookingId/foto/:photo" element={<VisitGate page={PhotoPage} />} />
        <Route path={`:bookingId/${STEPS.note}`} element={<VisitGate page={NotePage} />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </CrewPhoneProvider>
  );
}
