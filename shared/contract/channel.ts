import type { z } from 'zod';

/**
 * One way across the bridge: what goes and what comes back. `edge`, where there is one, is what the
 * page checks instead of `response`: a page of 20,000 operations that the host has just checked in
 * depth (110 ms) is only checked in shape, so that the interface stays fluent.
 */
export interface Channel<Request extends z.ZodType, Response extends z.ZodType> {
  readonly request: Request;
  readonly response: Response;
  readonly edge?: z.ZodType<z.output<Response>>;
}

/** Declares a channel. Requests are strict objects: an argument nobody asked for is refused. */
export function channel<Request extends z.ZodType, Response extends z.ZodType>(
  request: Request,
  response: Response,
  edge?: z.ZodType<z.output<Response>>,
): Channel<Request, Response> {
  return edge === undefined ? { request, response } : { request, response, edge };
}
