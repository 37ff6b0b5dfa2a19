// The templates of WeChat's messages, from the surroundings of a function.
import { readTemplates } from '../src/usecases/messages/read-templates';

export const templates = readTemplates(process.env['ZHONGDIAN_TEMPLATES'] ?? '');
