import { type ProcessEnd, runProcess } from './runProcess';

/** Runs npm in `cwd` as if called from there by hand, also when this process was itself started by npm. */
export async function npmCommand(cwd: string, args: readonly string[]): Promise<ProcessEnd> {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^npm_(package|lifecycle)_|^npm_config_local_prefix$|^NODE_OPTIONS$/.test(name)) delete env[name];
  }
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return runProcess(process.execPath, [script, ...args], { cwd, env });
  return runProcess('npm', args, { cwd, env, shell: process.platform === 'win32' });
}
