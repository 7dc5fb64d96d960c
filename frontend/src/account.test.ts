import { beforeEach, describe, expect, it } from 'vitest';
import { device } from './testing/device.ts';
import { person } from './testing/people.ts';

const { account, followOtherTabs } = await import('./account.ts');
followOtherTabs();

const kavya = person();
const dara = person({ _id: 'b'.repeat(24), username: 'Dara' });

beforeEach(() => {
  device.open('/pages/dashboard.html');
  account.leave();
});

describe('the account', () => {
  it('is kept on the device from entering to leaving', () => {
    account.enter({ token: 'abc', user: kavya });
    expect([account.token(), account.user.value?.username, account.timeZone()]).toEqual([
      'abc',
      'Kavya',
      'Asia/Kolkata',
    ]);
    expect(JSON.parse(localStorage.getItem('user') ?? '')).toEqual(kavya);
    account.leave();
    expect([account.token(), account.user.value, localStorage.length]).toEqual([null, null, 0]);
  });

  it('counts in kilograms until somebody says otherwise', () => {
    expect(account.units()).toBe('metric');
    account.update(person({ settings: { ...kavya.settings, units: 'imperial' } }));
    expect(account.units()).toBe('imperial');
  });
});

describe('another tab', () => {
  beforeEach(() => {
    account.enter({ token: 'abc', user: kavya });
  });

  it('that logs out leads this one to log-in', () => {
    localStorage.removeItem('token');
    device.changedElsewhere('token');
    expect(device.went).toEqual(['/pages/login.html?next=%2Fpages%2Fdashboard.html']);
  });

  it('that clears everything leads this one to log-in', () => {
    localStorage.clear();
    device.changedElsewhere(null);
    expect(device.went).toEqual(['/pages/login.html?next=%2Fpages%2Fdashboard.html']);
  });

  it('with another person loads this page anew', () => {
    localStorage.setItem('user', JSON.stringify(dara));
    device.changedElsewhere('user');
    expect(device.went).toEqual(['reload']);
    expect(account.user.value?.username).toBe('Kavya');
  });

  it('that changes the profile changes it here', () => {
    localStorage.setItem('user', JSON.stringify({ ...kavya, username: 'Kavya R' }));
    device.changedElsewhere('user');
    expect(account.user.value?.username).toBe('Kavya R');
    expect(device.went).toEqual([]);
  });

  it('that keeps something else changes nothing', () => {
    localStorage.removeItem('token');
    device.changedElsewhere('exercises');
    expect(device.went).toEqual([]);
  });
});

describe('a page from the browser’s history', () => {
  it('is not shown to those who logged out meanwhile', () => {
    device.cameBack();
    expect(device.went).toEqual(['/pages/login.html?next=%2Fpages%2Fdashboard.html']);
  });

  it('is loaded anew for another person, and left as it is for the same', () => {
    account.enter({ token: 'abc', user: kavya });
    device.cameBack();
    expect(device.went).toEqual([]);
    localStorage.setItem('user', JSON.stringify(dara));
    device.cameBack();
    expect(device.went).toEqual(['reload']);
  });
});
