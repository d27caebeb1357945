import '../../web/ui/theme/theme.css';
import './frame.css';
import { readLook, showLook } from './looks';
import { showAll } from './show-all';
import { showOne } from './show-one';

const stage = document.getElementById('root');
if (!stage) throw new Error('The frame has no #root');
const address = new URLSearchParams(location.search);
const look = readLook(address);
showLook(look);
const component = address.get('component');
if (component === null) void showAll(stage, look);
else void showOne(stage, component, address.get('example'));
