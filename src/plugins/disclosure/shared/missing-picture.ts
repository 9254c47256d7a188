/** Stands in a body where a picture could not be pasted; nothing with it may be submitted. */
export const MISSING_PICTURE = '【图片未能粘贴，请在此处重新插入】';
