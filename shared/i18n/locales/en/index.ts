import agenda from './agenda.json';
import arrivals from './arrivals.json';
import app from './app.json';
import badges from './badges.json';
import desk from './desk.json';
import documents from './documents.json';
import domain from './domain.json';
import errors from './errors.json';
import exports from './exports.json';
import files from './files.json';
import figures from './figures.json';
import imports from './imports.json';
import journal from './journal.json';
import letters from './letters.json';
import matching from './matching.json';
import meetings from './meetings.json';
import nominations from './nominations.json';
import operators from './operators.json';
import paper from './paper.json';
import parties from './parties.json';
import people from './people.json';
import personal from './personal.json';
import protection from './protection.json';
import recommendations from './recommendations.json';
import reports from './reports.json';
import scan from './scan.json';
import settings from './settings.json';
import shell from './shell.json';
import start from './start.json';
import statistics from './statistics.json';
import ui from './ui.json';
import virtual from './virtual.json';
import virtualResult from './virtualResult.json';
import walkIn from './walkIn.json';

export const en = {
  agenda,
  app,
  badges,
  arrivals,
  desk,
  documents,
  domain,
  errors,
  exports,
  figures,
  imports,
  files,
  journal,
  letters,
  matching,
  meetings,
  nominations,
  operators,
  paper,
  parties,
  people,
  personal,
  protection,
  recommendations,
  reports,
  scan,
  settings,
  shell,
  start,
  statistics,
  ui,
  virtual,
  virtualResult,
  walkIn,
};
