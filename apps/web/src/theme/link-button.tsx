import { Button, type ButtonProps } from '@mantine/core';
import { createLink, Link } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Native = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>;

const ButtonAnchor = ({ ref, ...props }: Native & ButtonProps & { ref?: Ref<HTMLAnchorElement> }) => (
  <Button component="a" ref={ref} {...props} />
);

/** A link to another page that looks like a button. */
export const LinkButton = createLink(ButtonAnchor);

/** A link to another page. */
export const TextLink = Link;
