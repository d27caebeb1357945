import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import { carry, takeCarried } from './carry-over';

/**
 * Like `useState`, for what a person types into a form that is kept only when it is sent: where the phone's
 * store fails, the value stands there again after a reload. Never for a PIN or a password.
 */
export function useCarried<Value>(name: string, first: Value): [Value, Dispatch<SetStateAction<Value>>] {
  const [value, setValue] = useState<Value>(() => {
    const left = takeCarried(name);
    return isLike(left, first) ? left : first;
  });
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  const start = useRef(first);
  useEffect(() => carry(name, () => (latest.current === start.current ? undefined : latest.current)), [name]);
  return [value, setValue];
}

/** Whether a value has at least the parts of another. Another version of the app may have left it. */
function isLike<Value>(left: unknown, wanted: Value): left is Value {
  if (typeof left !== typeof wanted || left === null || Array.isArray(left) !== Array.isArray(wanted)) {
    return false;
  }
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) return true;
  const parts: Partial<Record<string, unknown>> = { ...left };
  return Object.entries(wanted).every(([key, part]) => part === undefined || isLike(parts[key], part));
}
