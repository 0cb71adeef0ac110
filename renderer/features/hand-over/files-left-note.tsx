import { Notice } from '../../ui/notice.tsx';

/** Names the token files that stayed where they are, for the user to see to. */
export function FilesLeft(props: { readonly title: string; readonly paths: readonly string[] }) {
  return (
    <Notice kind="warning" title={props.title}>
      <ul>
        {props.paths.map((path) => (
          <li key={path} className="code selectable">
            {path}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
