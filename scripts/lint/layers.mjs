// @ts-check
import { builtinModules } from 'node:module';
import { posix, relative, resolve, sep } from 'node:path';
import { whyNot, whyNotPackage } from './layer-table.mjs';

/**
 * ESLint rule: every import, whatever its form (static, type, re-export, dynamic, `import()` type,
 * `require`, `new URL(…, import.meta.url)` of a worker, `import.meta.glob`) is resolved to its
 * layer and checked against the one-way table.
 */

const root = resolve(import.meta.dirname, '..', '..');
const ALIAS = /^@(shared|renderer|electron|assets)\//;

/** A node of the tree that typescript-eslint parses: ESTree and more. @typedef {any} Node */

/** @param {Node} node @returns {string | null} the text of a constant string */
function constant(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0].value.cooked;
  if (node?.type === 'TSLiteralType') return constant(node.literal);
  return null;
}

/** Whether an import or re-export disappears when types are erased. @param {Node} node */
function isTypeOnly(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = node.specifiers ?? [];
  return (
    names.length > 0 &&
    names.every((/** @type {Node} */ n) => n.importKind === 'type' || n.exportKind === 'type')
  );
}

/** @param {Node} node */
const isImportMeta = (node) => node.type === 'MetaProperty' && node.meta.name === 'import';

/** @param {string} from project-relative file @param {string} specifier */
function resolveImport(from, specifier) {
  const bare = specifier.replace(/[?#].*$/, '');
  if (ALIAS.test(bare)) return posix.normalize(bare.slice(1));
  if (bare.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), bare));
  return null;
}

/** @param {string} name */
const isBuiltin = (name) => name.startsWith('node:') || builtinModules.includes(name);

/** @type {import('eslint').Rule.RuleModule} */
export const layers = {
  meta: {
    type: 'problem',
    docs: { description: 'imports follow the one-way table of the architecture' },
    schema: [],
    messages: {
      forbidden: '{{why}}',
      unresolvable:
        'an import must name its module as a constant, so that its layer can be checked',
    },
  },
  create(context) {
    const from = relative(root, context.filename).split(sep).join('/');

    /** @param {Node} node @param {string} specifier @param {boolean} typeOnly */
    const check = (node, specifier, typeOnly) => {
      const to = resolveImport(from, specifier);
      const why =
        to === null
          ? whyNotPackage(from, specifier, isBuiltin(specifier))
          : whyNot(from, to, typeOnly);
      if (why !== null) context.report({ node, messageId: 'forbidden', data: { why } });
    };
    /** @param {Node} node @param {Node} source @param {boolean} typeOnly */
    const checkSource = (node, source, typeOnly) => {
      const specifier = constant(source);
      if (specifier === null) context.report({ node, messageId: 'unresolvable' });
      else check(node, specifier, typeOnly);
    };

    /** @type {Record<string, (node: Node) => void>} */
    const listeners = {
      ImportDeclaration: (node) => checkSource(node, node.source, isTypeOnly(node)),
      ExportAllDeclaration: (node) => checkSource(node, node.source, isTypeOnly(node)),
      ExportNamedDeclaration: (node) => {
        if (node.source) checkSource(node, node.source, isTypeOnly(node));
      },
      ImportExpression: (node) => checkSource(node, node.source, false),
      TSImportType: (node) => checkSource(node, node.source ?? node.argument, true),
      TSExternalModuleReference: (node) => checkSource(node, node.expression, false),
      CallExpression: (node) => {
        const { callee } = node;
        if (callee.type === 'Identifier' && callee.name === 'require')
          checkSource(node, node.arguments[0], false);
        if (
          callee.type === 'MemberExpression' &&
          isImportMeta(callee.object) &&
          callee.property.name === 'glob'
        )
          for (const pattern of patterns(node.arguments[0])) checkSource(node, pattern, false);
      },
      NewExpression: (node) => {
        const [first, base] = node.arguments;
        if (node.callee.name !== 'URL' || base?.type !== 'MemberExpression') return;
        if (isImportMeta(base.object) && constant(first)?.startsWith('.'))
          checkSource(node, first, false);
      },
    };
    return listeners;
  },
};

/** @param {Node} node */
function patterns(node) {
  return node?.type === 'ArrayExpression' ? node.elements : [node];
}
