import { relative } from 'node:path';
import ts from 'typescript';

/**
 * Lists statements in the area's own files whose value is a promise that nothing waits for, as "path:line".
 * Biome's rule finds most of them but does not know the types of a library (it let `db.open()` of Dexie
 * pass), so this asks the compiler as well.
 */
export function findFloatingPromises(program: ts.Program): string[] {
  const checker = program.getTypeChecker();
  const found: string[] = [];
  // What the area imports from other areas is checked there.
  const own = new Set(program.getRootFileNames());
  for (const file of program.getSourceFiles()) {
    if (own.has(file.fileName) && !file.isDeclarationFile) visit(file, file);
  }
  return found;

  function visit(node: ts.Node, file: ts.SourceFile): void {
    if (ts.isExpressionStatement(node) && isFloating(node.expression)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push(`${relative(findRoot(program), file.fileName)}:${line + 1}`);
    }
    ts.forEachChild(node, (child) => visit(child, file));
  }

  function isFloating(expression: ts.Expression): boolean {
    if (ts.isBinaryExpression(expression) && isAssignment(expression)) return false;
    if (ts.isAwaitExpression(expression) || ts.isVoidExpression(expression)) return false;
    return isPromise(checker.getTypeAtLocation(expression)) && !isCaught(expression);
  }

  function isPromise(type: ts.Type): boolean {
    if (type.isUnion()) return type.types.some(isPromise);
    const then = type.getProperty('then');
    return then !== undefined && checker.getTypeOfSymbol(then).getCallSignatures().length > 0;
  }
}

function isAssignment(expression: ts.BinaryExpression): boolean {
  const kind = expression.operatorToken.kind;
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/**
 * Whether a call leaves nothing to wait for, as `save().catch(report)` and `save().then(show, report)` do.
 */
function isCaught(expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false;
  const name = expression.expression.name.text;
  return (
    (name === 'catch' && expression.arguments.length >= 1) ||
    (name === 'then' && expression.arguments.length >= 2)
  );
}

/**
 * Finds the root: tsconfigs are one or two folders below it, and write their output below its node_modules.
 */
function findRoot(program: ts.Program): string {
  const outDir = program.getCompilerOptions().outDir ?? '';
  return outDir.slice(0, outDir.indexOf('/node_modules/'));
}
