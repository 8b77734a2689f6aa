import { alwaysN } from './checks/alwaysN';
import { chiSquare } from './checks/chiSquare';
import { oddNames } from './checks/oddNames';
import { otsu } from './checks/otsu';
import { dilate } from './checks/dilate';
import { inkLeft } from './checks/inkLeft';
import { boxes } from './checks/boxes';
import { shift } from './checks/shift';
import { turnPoint } from './checks/turnPoint';
import { between } from './checks/between';
import { threeSteps } from './checks/threeSteps';
import { descend } from './checks/descend';
import { learnKernel } from './checks/learnKernel';
import { parameters } from './checks/parameters';
import { crossEntropy } from './checks/crossEntropy';
import { convolve } from './checks/convolve';
import { sgdStep } from './checks/sgdStep';
import { adamSeeds } from './checks/adamSeeds';
import { wholeCaptchas } from './checks/wholeCaptchas';
import { confusionRows } from './checks/confusionRows';
import { splitCaptchas } from './checks/splitCaptchas';
import { company } from './checks/company';
import { dropout } from './checks/dropout';
import { smallNetwork } from './checks/smallNetwork';
import { mute } from './checks/mute';
import { copiedColumns } from './checks/copiedColumns';
import { inkBox } from './checks/inkBox';
import { diagnose } from './checks/diagnose';
import { twins } from './checks/twins';
import { variantAt } from './checks/variantAt';
import { neededAccuracy } from './checks/neededAccuracy';
import { countsBehind } from './checks/countsBehind';
import { wilson } from './checks/wilson';
import { maximumBias } from './checks/maximumBias';
import { tile } from './checks/tile';
import { deadOnes } from './checks/deadOnes';
import { receptiveField } from './checks/receptiveField';
import { climb } from './checks/climb';
import { answerGradient } from './checks/answerGradient';
import { gradCamMap } from './checks/gradCamMap';
import { onInk } from './checks/onInk';
import { letterStarts } from './checks/letterStarts';
import { medianPicture } from './checks/medianPicture';
import { collapse } from './checks/collapse';
import { textProbability } from './checks/textProbability';
import { columnsNeeded } from './checks/columnsNeeded';
import { getsThrough } from './checks/getsThrough';
import { defence } from './checks/defence';
import { schemeByNames } from './checks/schemeByNames';
import { distance } from './checks/distance';
import { labelsNeeded } from './checks/labelsNeeded';

/** All exercises by the name under which `check` has them, in the order of the notebooks. */
export const EXERCISES = {
  alwaysN,
  chiSquare,
  oddNames,
  otsu,
  dilate,
  inkLeft,
  boxes,
  shift,
  turnPoint,
  between,
  threeSteps,
  descend,
  learnKernel,
  parameters,
  crossEntropy,
  convolve,
  sgdStep,
  adamSeeds,
  wholeCaptchas,
  confusionRows,
  splitCaptchas,
  company,
  dropout,
  smallNetwork,
  mute,
  copiedColumns,
  inkBox,
  diagnose,
  twins,
  variantAt,
  neededAccuracy,
  countsBehind,
  wilson,
  maximumBias,
  tile,
  deadOnes,
  receptiveField,
  climb,
  answerGradient,
  gradCamMap,
  onInk,
  letterStarts,
  medianPicture,
  collapse,
  textProbability,
  columnsNeeded,
  getsThrough,
  defence,
  schemeByNames,
  distance,
  labelsNeeded,
} as const;
