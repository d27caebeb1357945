import './run-sheet.css';
import { Route, Routes } from 'react-router-dom';
import { StaffNotFoundPage } from '../shell/frame/staff-not-found-page';
import { PrintPage } from './paper/print-page';
import { AddPhotoPage } from './photos/add-photo-page';
import { VisitPhotoPage } from './photos/visit-photo-page';
import { RecordPage } from './record/record-page';
import { CrewPhoneProvider } from './sheet/crew-phone';
import { SheetGate, SheetVisitGate } from './sheet/sheet-gate';
import { SheetPage } from './sheet/sheet-page';
import { SheetTrouble } from './sheet/sheet-trouble';
import { PRINT, STEPS } from './sheet-paths';
import { ArrivePage } from './visit/arrive-page';
import { GiveBackPage } from './visit/give-back-page';
import { NotePage } from './visit/note-page';
import { VisitPage } from './visit/visit-page';

type RunSheetRoutesProps = { device?: Parameters<typeof CrewPhoneProvider>[0]['device'] };

/** The routes of the run sheet. Tests pass in `device`. */
export function RunSheetRoutes({ device }: RunSheetRoutesProps) {
  return (
    <CrewPhoneProvider device={device}>
      <SheetTrouble />
      <Routes>
        <Route index element={<SheetGate page={SheetPage} />} />
        <Route path={PRINT} element={<SheetGate page={PrintPage} />} />
        <Route path=":bookingId" element={<SheetVisitGate page={VisitPage} />} />
        <Route path={`:bookingId/${STEPS.arrive}`} element={<SheetVisitGate page={ArrivePage} />} />
        <Route path={`:bookingId/${STEPS.record}`} element={<SheetVisitGate page={RecordPage} />} />
        <Route path={`:bookingId/${STEPS.giveBack}`} element={<SheetVisitGate page={GiveBackPage} />} />
        <Route path={`:bookingId/${STEPS.photo}`} element={<SheetVisitGate page={AddPhotoPage} />} />
        <Route path=":bookingId/foto/:photo" element={<SheetVisitGate page={VisitPhotoPage} />} />
        <Route path={`:bookingId/${STEPS.note}`} element={<SheetVisitGate page={NotePage} />} />
        <Route path="*" element={<StaffNotFoundPage />} />
      </Routes>
    </CrewPhoneProvider>
  );
}
