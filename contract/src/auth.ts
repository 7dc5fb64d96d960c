import { z } from 'zod';
import { data, route } from './route.ts';
import { Age, BodyWeightKg, HeightCm, Id, Instant, Name, Note, TimeZone } from './values.ts';

export const Role = z.enum(['member', 'trainer']);
export const Sex = z.enum(['female', 'male']);
export const FitnessLevel = z.enum(['beginner', 'intermediate', 'advanced']);
export const Units = z.enum(['metric', 'imperial']);
export const Theme = z.enum(['system', 'light', 'dark']);
export const Language = z.string().regex(/^[a-z]{2}$/, 'This is not a language that we know.');

/** What a person tells of themselves; what is not known is null, or an empty list. */
export const Profile = z.object({
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  age: z.int().nullable(),
  sex: Sex.nullable(),
  /** cm */
  height: z.number().nullable(),
  /** kg; the newest of the weights that the member noted. */
  weight: z.number().nullable(),
  fitnessLevel: FitnessLevel.nullable(),
  goals: z.array(z.string()),
  medicalConditions: z.array(z.string()),
  dietaryRestrictions: z.array(z.string()),
  equipment: z.array(z.string()),
  bio: z.string().nullable(),
});

export const Settings = z.object({ units: Units, theme: Theme, language: z.string(), timeZone: z.string() });

export const User = z
  .object({
    _id: Id,
    username: z.string(),
    email: z.string(),
    role: Role,
    profile: Profile,
    settings: Settings,
    trainerId: Id.nullable(),
    assignedClients: z.array(Id),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'User' });

/** As a person typed it, less the spaces around it. Compared without regard to case. */
export const Email = z
  .string()
  .trim()
  .max(254, 'At most 254 characters.')
  .pipe(z.email('This is not an e-mail address.'));

/** bcrypt reads no more than 72 bytes; more would be silently ignored, so it is refused. */
export const NewPassword = z
  .string()
  .min(8, 'A password needs at least 8 characters.')
  .refine((text) => utf8Length(text) <= 72, 'A password can have at most 72 bytes (about 72 letters).')
  .refine((text) => !text.includes('\0'), 'A password can’t hold a null character.');

/** Bytes of a text in UTF-8; a lone surrogate counts 3, as its replacement does. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

export const Username = z
  .string()
  .trim()
  .min(2, 'A name needs at least 2 characters.')
  .max(40, 'At most 40 characters.')
  .regex(/^[^\p{C}]*$/u, 'This holds a character that can’t be shown.');

const words = z.array(z.string().trim().min(1).max(120)).max(50);
export const ProfileChange = z.strictObject({
  firstName: Name.nullable().optional(),
  lastName: Name.nullable().optional(),
  age: Age.nullable().optional(),
  sex: Sex.nullable().optional(),
  height: HeightCm.nullable().optional(),
  /** Also noted as today’s weight. Can’t be null: remove the weights themselves instead. */
  weight: BodyWeightKg.optional(),
  fitnessLevel: FitnessLevel.nullable().optional(),
  goals: words.optional(),
  medicalConditions: words.optional(),
  dietaryRestrictions: words.optional(),
  equipment: words.optional(),
  bio: Note.nullable().optional(),
});

export const SettingsChange = z.strictObject({
  units: Units.optional(),
  theme: Theme.optional(),
  language: Language.optional(),
  timeZone: TimeZone.optional(),
});

const LoggedIn = z.object({ success: z.literal(true), token: z.string(), user: User }).meta({ id: 'LoggedIn' });

export const signUp = route('signUp', {
  tag: 'Auth',
  who: 'anyone',
  body: z.strictObject({
    username: Username,
    email: Email,
    password: NewPassword,
    role: Role.default('member'),
    timeZone: TimeZone.optional(),
  }),
  answer: { 201: LoggedIn },
  errors: ['email_taken', 'username_taken', 'too_many_tries'],
  says: 'Makes an account and logs in. `timeZone` is where the person’s days begin and end; UTC until it is known.',
});

export const logIn = route('logIn', {
  tag: 'Auth',
  who: 'anyone',
  body: z.strictObject({
    email: z.string().trim().min(1, 'Please type your e-mail.').max(254),
    password: z.string().min(1, 'Please type your password.').max(1000),
  }),
  answer: { 200: LoggedIn },
  errors: ['invalid_credentials', 'too_many_tries'],
  says: 'Logs in. An unknown e-mail and a wrong password are answered alike, in words and in time.',
});

export const logOut = route('logOut', {
  tag: 'Auth',
  who: 'person',
  answer: { 204: null },
  says: 'Ends this token at once, its sockets included.',
});

export const logOutAll = route('logOutAll', {
  tag: 'Auth',
  who: 'person',
  answer: { 204: null },
  says: 'Ends every token of the account at once.',
});

export const me = route('me', {
  tag: 'Auth',
  who: 'person',
  answer: { 200: data(User) },
  says: 'The person whose token this is.',
});

export const changePassword = route('changePassword', {
  tag: 'Auth',
  who: 'person',
  body: z.strictObject({
    currentPassword: z.string().min(1, 'Please type your password.').max(1000),
    newPassword: NewPassword,
  }),
  answer: { 200: LoggedIn },
  errors: ['invalid_credentials', 'too_many_tries'],
  says: 'Changes the password, ends every other token, and answers with a new one.',
});

export const forgotPassword = route('forgotPassword', {
  tag: 'Auth',
  who: 'anyone',
  body: z.strictObject({ email: Email }),
  answer: { 202: null },
  errors: ['too_many_tries'],
  says: 'Mails a link that sets a new password, once and within 30 minutes. Whether there is such an account or not is answered alike, in words and in time.',
});

export const resetPassword = route('resetPassword', {
  tag: 'Auth',
  who: 'anyone',
  body: z.strictObject({ token: z.string().trim().min(1).max(200), password: NewPassword }),
  answer: { 204: null },
  errors: ['link_expired', 'too_many_tries'],
  says: 'Sets a new password by the link that was mailed, and ends every token of the account at once, sockets included.',
});
