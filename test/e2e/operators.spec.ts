import { DEMONSTRATION, Rostrum } from './pages/rostrum';
import { alter } from './support/desk-register';
import { expect, test } from './support/test';

/** Who did it: names, roles and PINs at a shared desk, and the journal that says so. */
const ANNA = 'Anna Musterfrau';
const BORIS = 'Boris Beispiel';
const PIN = '2580';
const NOT_PERMITTED =
  'Your role (Registration) does not include this. A coordinator can do it, or change your role.';

test('names, roles, a PIN, and another one takes over by keyboard alone', async ({
  rostrum,
  page,
}) => {
  const { frame, operators, desk, recommendations, journal } = rostrum;
  await rostrum.openDemonstration();
  const [guest = ''] = await desk.nominees(1);

  await frame.go('settings');
  await operators.nameYourself(ANNA);
  await operators.expectAtWork(ANNA);
  await operators.introduceRoles();
  await operators.expectAtWork(ANNA, 'coordinator');
  await operators.addOne('Boris Muster', 'registration');
  await operators.change('Boris Muster');
  await operators.setPin(PIN);
  await operators.rename(BORIS);
  await operators.closePanel();
  await expect(operators.row(BORIS)).toContainText('Registration');
  await expect(operators.row(BORIS)).toContainText('Set');
  await frame.dismiss();

  // From here on no mouse: F8, a few letters, Enter, the PIN, Enter.
  await page.keyboard.press('Alt+1');
  await expect(desk.box).toBeFocused();
  await operators.switchTo('bei');
  for (const wrong of ['1111', '2222', '3333']) {
    await operators.typePin(wrong);
    await expect(operators.quickSwitch).toContainText('Wrong PIN.');
  }
  await expect(operators.quickSwitch).toContainText(/Try again in \d seconds?\./);
  const take = operators.quickSwitch.getByRole('button', { name: 'Take over' });
  await expect(take).toBeDisabled();
  await operators.expectAtWork(ANNA, 'coordinator');
  await expect(take).toBeEnabled();
  await operators.typePin(PIN);
  await operators.quickSwitch.waitFor({ state: 'detached' });
  await operators.expectAtWork(BORIS, 'registration');
  await expect(desk.box).toBeFocused();

  // What the role includes is done, and taken back.
  await desk.checkIn(guest, guest);
  await expect(desk.answer).toContainText('Welcome');
  await desk.undo(guest).click();
  await expect(desk.lastActions.first()).toContainText('taken back');

  // What it does not include is there, disabled, with the reason.
  await page.keyboard.press('Alt+5');
  await expect(operators.lookOnly).toContainText('Your role here is “Registration”');
  await expect(recommendations.create).toHaveAttribute('aria-disabled', 'true');
  await recommendations.create.hover();
  await expect(page.getByRole('tooltip')).toHaveText(NOT_PERMITTED);
  await frame.go('settings');
  await expect(operators.add).toHaveAttribute('aria-disabled', 'true');

  // The coordinator is back, without a PIN, and takes the role away.
  await operators.switchTo('anna');
  await operators.expectAtWork(ANNA, 'coordinator');
  await operators.change(BORIS);
  await operators.giveRole('none');
  await operators.closePanel();
  await expect(operators.row(BORIS)).toContainText('No role');
  await operators.switchTo('boris');
  await operators.typePin(PIN);
  await expect(operators.quickSwitch).toContainText('may not work here any more');
  await page.keyboard.press('Escape');
  await operators.expectAtWork(ANNA, 'coordinator');

  // The journal says all of it: who, what, before and after, and what an undo undid.
  await frame.go('journal');
  await expect(journal.row('Role taken back')).toContainText(ANNA);
  await expect(journal.row('Attendance of')).toContainText(BORIS);
  await journal.open('Operator renamed');
  await expect(journal.detail).toContainText(/Name.*Boris Muster.*→.*Boris Beispiel/s);
  await expect(journal.detail).toContainText(ANNA);
  await journal.open(/Attendance of .* taken back/);
  await expect(journal.detail).toContainText('What it took back');
  await journal.detail.getByRole('listitem').getByRole('button').first().click();
  await expect(journal.detail).toContainText('Taken back by');
  await journal.chooseKind('operators');
  await expect(journal.row('Role given: Registration')).toContainText(ANNA);
  await expect(journal.row('Attendance of')).toHaveCount(0);

  await journal.verify.click();
  await expect(journal.verified.filter({ hasText: 'The journal is sound' })).toContainText(
    /\d operations checked at .*: nothing altered, missing or reordered\./,
  );
});

test('a locked screen is opened by a PIN', async ({ rostrum, page }) => {
  const { frame, operators, protection } = rostrum;
  await rostrum.start.openSample('en', 'Reception A');
  await protection.setUp('four quiet words stand here');
  await frame.go('settings');
  await operators.nameYourself(ANNA);
  await operators.change(ANNA);
  await operators.setPin(PIN);
  await operators.closePanel();
  await protection.lock();
  await expect(page).toHaveTitle('This desk is locked · Rostrum');
  await expect(page.getByText(ANNA)).toHaveCount(1);
  await page.getByLabel(`PIN of ${ANNA}`, { exact: true }).fill('1111');
  await page.keyboard.press('Enter');
  await expect(protection.problem.filter({ hasText: 'This is not the PIN.' })).toHaveCount(1);
  await protection.unlockByPin(ANNA, PIN);
  await expect(operators.row(ANNA)).toBeVisible();
  await operators.expectAtWork(ANNA);
});

test.describe('the host was stopped meanwhile', () => {
  test.use({ tolerated: [/ERR_CONNECTION_REFUSED|WebSocket|Failed to load resource/] });

  test('what was altered in the file while the program did not run is named', async ({
    rostrum,
    host,
    profile,
    page,
  }) => {
    const { frame, journal } = rostrum;
    await rostrum.start.openSample('en', 'Reception A');
    await rostrum.openMeeting(DEMONSTRATION);
    await frame.go('journal');
    await journal.verify.click();
    await expect(journal.verified.filter({ hasText: 'The journal is sound' })).toBeVisible();
    await host.stop();

    const old = alter(profile, 'meeting.created', { city: 'Elsewhere' });

    await host.start();
    await page.goto(host.url);
    const again = new Rostrum(page);
    await again.frame.go('journal');
    await expect(page.getByRole('main')).toContainText('1 fault');
    await expect(again.journal.faults).toHaveCount(1);
    await expect(again.journal.faults).toContainText('Altered or reordered');
    await expect(again.journal.faults).toContainText(new RegExp(`Number ${String(old.seq)}\\b`));
    await expect(again.journal.faults).toContainText('meeting.created');
    await expect(again.journal.verified.first()).toContainText('1 fault was found and put right');
    await again.journal.faults.getByRole('button', { name: 'Show' }).click();
    await again.journal.open('Meeting created');
    await expect(again.journal.detail).not.toContainText('Elsewhere');
  });
});
