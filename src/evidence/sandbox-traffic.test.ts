import { expect } from 'chai';
import { model } from '../../generated/model.ts';
import { validators } from '../../generated/validators.js';
import { profiles } from '../../contracts/profiles.ts';
import { type Exchange, jsonOf } from '../exchange.ts';
import type { FieldModel } from '../model.ts';
import { openSandboxTarget } from '../targets/sandbox.ts';
import { createRecorder } from './recorder.ts';
import { redactExchanges } from './redactor.ts';
