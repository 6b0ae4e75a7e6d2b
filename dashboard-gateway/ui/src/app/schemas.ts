import { z } from 'zod'

// Before any schema is made: zod would try whether it may compile code, which our content security policy forbids and
// reports.
z.config({ jitless: true })
