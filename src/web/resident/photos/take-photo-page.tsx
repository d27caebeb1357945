import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { BookingId } from '../../../domain/booking/booking';
import type { Requirement } from '../../../domain/catalogue/service';
import type { PhotoDigest } from '../../../domain/photo/photo';
import { adoptPhoto } from '../../../offline/store/photo/adopt-photo';
import type { PhotoId } from '../../../offline/store/photo/photo';
import { addPhoto } from '../../../offline/store/photo/photos';
import { whyUnopened } from '../../../offline/store/photo/why-unopened';
import { usePhone } from '../shell/phone/phone-context';
import { CameraStep } from './camera-step';
import { openPicture, turnRight, writePhoto } from './canvas';
import { ChooseStep } from './choose-step';
import { type Cut, NO_CUT, turnCut } from './cut';
import { CutStep } from './cut-step';
import { type BadFile, judgeFile } from './judge-file';
import { ReviewStep } from './review-step';
import type { SaveFailure } from './save-failure-notice';

type Step =
  | { readonly is: 'choose'; readonly badFile?: BadFile | undefined; readonly isOpening?: boolean }
  | { readonly is: 'camera' }
  | { readonly is: 'review' | 'cut'; readonly picture: HTMLCanvasElement; readonly cut: Cut };

const DIGEST = /^[0-9a-f]{64}$/;

function isDigest(name: string | undefined): name is PhotoDigest {
  return name !== undefined && DIGEST.test(name);
}

type TakePhotoPageProps = { readonly bookingId: BookingId; readonly requirement: Requirement };

/** Takes a photo for a requirement and keeps it on this phone: choose, take, review, cut. */
export function TakePhotoPage({ bookingId, requirement }: TakePhotoPageProps) {
  const { store, now } = usePhone();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [step, setStep] = useState<Step>({ is: 'choose' });
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<SaveFailure | undefined>(undefined);
  const backTo = `/foto/${bookingId}`;
  const insteadOf = search.get('ganti') ?? undefined;

  const show = (picture: HTMLCanvasElement, cut = NO_CUT) => {
    setFailure(undefined);
    setStep({ is: 'review', picture, cut });
  };

  const open = async (file: File) => {
    setStep({ is: 'choose', isOpening: true });
    try {
      const badFile = await judgeFile(file);
      if (badFile === undefined) show(await openPicture(file));
      else setStep({ is: 'choose', badFile });
    } catch {
      setStep({ is: 'choose', badFile: await whyUnopened(file) });
    }
  };

  const save = async (picture: HTMLCanvasElement, cut: Cut) => {
    setIsSaving(true);
    try {
      const bytes = await writePhoto(picture, cut);
      const replaced = isDigest(insteadOf)
        ? await adoptPhoto(store, { bookingId, requirementId: requirement.id, photo: insteadOf }, now())
        : (insteadOf as PhotoId | undefined);
      const added =
        bytes &&
        (await addPhoto(
          store,
          { bookingId, requirementId: requirement.id, bytes, insteadOf: replaced },
          now(),
        ));
      if (added?.is === 'added') {
        await navigate(backTo, { replace: true });
        return;
      }
      setFailure({ is: added?.is ?? 'not-written' });
    } catch (error) {
      setFailure({ is: 'store', error });
    }
    setIsSaving(false);
  };

  if (step.is === 'camera') {
    return (
      <CameraStep
        requirementName={requirement.name}
        onBack={() => setStep({ is: 'choose' })}
        onPicture={(picture) => show(picture)}
        onFile={(file) => void open(file)}
      />
    );
  }
  if (step.is === 'choose') {
    return (
      <ChooseStep
        requirementName={requirement.name}
        backTo={backTo}
        badFile={step.badFile}
        isOpening={step.isOpening === true}
        onCamera={() => setStep({ is: 'camera' })}
        onFile={(file) => void open(file)}
      />
    );
  }
  const { picture, cut } = step;
  if (step.is === 'cut') {
    return (
      <CutStep
        picture={picture}
        cut={cut}
        onDone={(next) => show(picture, next)}
        onBack={() => show(picture, cut)}
      />
    );
  }
  return (
    <ReviewStep
      requirementName={requirement.name}
      picture={picture}
      cut={cut}
      isSaving={isSaving}
      failure={failure}
      onUse={() => void save(picture, cut)}
      onTurn={() => show(turnRight(picture), turnCut(cut))}
      onCut={() => setStep({ is: 'cut', picture, cut })}
      onAgain={() => setStep({ is: 'choose' })}
    />
  );
}
