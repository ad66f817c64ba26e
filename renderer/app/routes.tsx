import { Suspense, type ComponentType } from 'react';
import { createHashRouter, Navigate, type RouteObject } from 'react-router';
import { StartPage } from '@renderer/features/start';
import { Loading } from '@renderer/ui/states';
import { CrashedPage } from './crashed-page';
import { Frame } from './frame';
import { Home, StartedOnly } from './home';
import { NotFoundPage } from './not-found-page';
import { MEETING_PAGES, ROUTES } from './pages';

function page(path: string, Page: ComponentType): RouteObject {
  return {
    path,
    errorElement: <CrashedPage />,
    element: (
      <Suspense fallback={<Loading />}>
        <Page />
      </Suspense>
    ),
  };
}

/** The address of every page is a hash, so that any shell can serve the one document. */
export function createRouter() {
  return createHashRouter([
    { index: true, element: <Home />, errorElement: <CrashedPage /> },
    page('start', StartPage),
    {
      element: (
        <StartedOnly>
          <Frame />
        </StartedOnly>
      ),
      errorElement: <CrashedPage />,
      children: [
        ...ROUTES.map(({ path, Page }) => page(path, Page)),
        ...MEETING_PAGES.map(({ path, Page }) => page(`m/:meeting/${path}`, Page)),
        { path: 'm/:meeting', element: <Navigate to="desk" replace /> },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);
}
