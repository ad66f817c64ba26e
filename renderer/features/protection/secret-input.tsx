import { PasswordInput, TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MAX_PASSPHRASE } from '@shared/contract/protection';
import classes from './protection.module.css';

/** What keeps browsers and their extensions from offering to remember or to correct a secret. */
const UNREMEMBERED = {
  autoComplete: 'off',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
  'data-1p-ignore': 'true',
  'data-bwignore': 'true',
  'data-form-type': 'other',
  'data-lpignore': 'true',
} as const;

interface SecretInputProps extends Pick<
  TextInputProps,
  'label' | 'description' | 'error' | 'disabled' | 'value' | 'onChange' | 'ref' | 'size'
> {
  /** It has the focus when its dialog opens. */
  focused?: boolean;
  /** A PIN is digits alone. */
  pin?: boolean;
  /** Whether it is shown, where several fields are shown and hidden together. */
  visible?: boolean;
  onVisible?: (visible: boolean) => void;
}

/** A passphrase or a PIN, hidden unless somebody wants to see it. */
export function SecretInput(props: SecretInputProps) {
  const { pin = false, focused = false, visible, onVisible, ...rest } = props;
  const { t } = useTranslation('protection');
  return (
    <PasswordInput
      {...UNREMEMBERED}
      {...rest}
      {...focusing(focused)}
      {...(visible === undefined ? {} : { visible })}
      {...(onVisible === undefined ? {} : { onVisibilityChange: onVisible })}
      maxLength={pin ? 12 : MAX_PASSPHRASE}
      inputMode={pin ? 'numeric' : 'text'}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
    />
  );
}

/** A recovery code, or a part of it: copied from paper, so it must be seen. */
export function CodeInput(props: Omit<SecretInputProps, 'pin' | 'visible' | 'onVisible'>) {
  const { focused = false, ...rest } = props;
  return (
    <TextInput
      {...UNREMEMBERED}
      {...rest}
      {...focusing(focused)}
      maxLength={200}
      classNames={{ input: classes.code }}
    />
  );
}

/** Both for a field that comes later and for one that is there when its dialog opens. */
const focusing = (focused: boolean) =>
  focused ? ({ autoFocus: true, 'data-autofocus': true } as const) : {};
