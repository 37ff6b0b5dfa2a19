// Reads a code with the camera or from a picture; .h5 decodes by itself, .weapp asks WeChat.
import type { JSX } from 'react';

export interface ViewfinderProps {
  readonly onText: (text: string) => void;
  readonly onComplaint: (complaint: string) => void;
}

export function Viewfinder(props: ViewfinderProps): JSX.Element;
