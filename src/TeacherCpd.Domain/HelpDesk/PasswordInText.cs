using System.Text.RegularExpressions;

namespace TeacherCpd.Domain.HelpDesk;

/// <summary>Notices where somebody seems to give a password away: nobody at the help desk needs one.</summary>
public static partial class PasswordInText
{
    /// <summary>Whether a text looks as if a password stood in it.</summary>
    public static bool Seems(string? text) => text is not null && Given().IsMatch(text);

    // "пароль: qwerty12", "құпиясөзім - qwerty12", "my password is qwerty12"; not "пароль не подходит"
    [GeneratedRegex(
        @"(?:парол[а-яё]*|құпия\s?сөз[а-яәғқңөұүһі]*|купия\s?соз[а-я]*|password|passwd|pwd)\s*(?:(?:[:=]|\s[-–—]\s|\sis\s)\s*\S{4,}|\s(?=\S*\d)(?=\S*\p{L})\S{6,})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Given();
}
