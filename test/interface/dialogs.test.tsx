import './support/browser';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it } from 'vitest';
import { createI18n } from '@shared/i18n/i18n';
import { Dialog, SidePanel } from '@renderer/ui/dialog';
import { Toasts } from '@renderer/ui/toasts';

afterEach(cleanup);

function Both() {
  const [panel, setPanel] = useState(true);
  const [question, setQuestion] = useState(true);
  return (
    <>
      <SidePanel opened={panel} title="The panel" onClose={() => setPanel(false)}>
        Beside
      </SidePanel>
      <Dialog opened={question} title="The question" onClose={() => setQuestion(false)}>
        Above
      </Dialog>
      <Toasts />
    </>
  );
}

it('Escape closes the dialog on top only, and messages keep aside while any is open', () => {
  render(
    <I18nextProvider i18n={createI18n({ language: 'en', strict: true })}>
      <MantineProvider env="test">
        <Both />
      </MantineProvider>
    </I18nextProvider>,
  );
  const escape = () => fireEvent.keyDown(document.body, { key: 'Escape' });
  const messages = screen.getByRole('region', { hidden: true, name: 'Messages' });
  expect(messages.hasAttribute('data-aside')).toBe(true);
  escape();
  expect(screen.queryByText('Above')).toBeNull();
  expect(screen.getByText('Beside')).toBeTruthy();
  expect(messages.hasAttribute('data-aside')).toBe(true);
  escape();
  expect(screen.queryByText('Beside')).toBeNull();
  expect(messages.hasAttribute('data-aside')).toBe(false);
});
