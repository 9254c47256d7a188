import { fileLeftFor, forgetLeftFile, leaveFile } from './left-file';

const chosen = { documentId: 'a', file: new File(['姓名'], '名单.csv'), version: 1 };

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  forgetLeftFile();
  jest.useRealTimers();
});

test('a file is left for the document that was made for it, and for no other', () => {
  leaveFile(chosen);
  expect(fileLeftFor('a')).toBe(chosen);
  expect(fileLeftFor('b')).toBeNull();
  expect(fileLeftFor(undefined)).toBeNull();
});

test('it is still there when the page begins its form anew, until the upload is over', () => {
  leaveFile(chosen);
  fileLeftFor('a');
  expect(fileLeftFor('a')).toBe(chosen);
  forgetLeftFile();
  expect(fileLeftFor('a')).toBeNull();
});

test('who comes back later is not asked about a file of then', () => {
  leaveFile(chosen);
  jest.advanceTimersByTime(10_000);
  expect(fileLeftFor('a')).toBeNull();
});
