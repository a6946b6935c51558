using System.Diagnostics.CodeAnalysis;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Accounts;

/// <summary>Sex as the national number tells it.</summary>
public enum Sex
{
    /// <summary>Female: even seventh digit.</summary>
    Female,

    /// <summary>Male: odd seventh digit.</summary>
    Male,
}

/// <summary>The national number is not written with exactly twelve digits 0 to 9.</summary>
public sealed record IinNotTwelveDigits() : Error("iin_not_twelve_digits", ErrorKind.Invalid);

/// <summary>The seventh digit of a national number is 1 to 6: the century of birth and the sex.</summary>
/// <param name="Digit">The digit found.</param>
public sealed record IinCenturyDigitUnknown(char Digit) : Error("iin_century_digit_unknown", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Digit];
}

/// <summary>The first six digits of the national number are no day of the calendar.</summary>
public sealed record IinBirthDateImpossible() : Error("iin_birth_date_impossible", ErrorKind.Invalid);

/// <summary>The twelfth digit of the national number does not fit the others.</summary>
public sealed record IinCheckDigitWrong() : Error("iin_check_digit_wrong", ErrorKind.Invalid);

/// <summary>
/// The individual identification number of Kazakhstan: birth date (yyMMdd), a digit for century and sex, four
/// digits of a serial number and a check digit. Whether it was ever given to somebody cannot be told from it.
/// </summary>
public sealed record Iin
{
    /// <summary>Number of digits.</summary>
    public const int Length = 12;

    private Iin(string value, DateOnly birthDate, Sex sex)
    {
        Value = value;
        BirthDate = birthDate;
        Sex = sex;
    }

    /// <summary>The twelve digits.</summary>
    public string Value { get; }

    /// <summary>Date of birth, 1800 to 2099; not compared with the present day.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>Sex.</summary>
    public Sex Sex { get; }

    /// <summary>The sex that the seventh digit tells: even for women, odd for men.</summary>
    public static Sex SexOf(char seventh) => (seventh - '0') % 2 == 0 ? Sex.Female : Sex.Male;

    /// <summary>Reads a number; the error says which part of it cannot be right.</summary>
    /// <param name="text">Twelve digits, nothing around them.</param>
    public static Result<Iin> Parse(string? text)
    {
        if (text is not { Length: Length } || !text.All(char.IsAsciiDigit))
        {
            return new IinNotTwelveDigits();
        }

        if (text[6] is < '1' or > '6')
        {
            return new IinCenturyDigitUnknown(text[6]);
        }

        var code = text[6] - '0';
        var year = 1800 + ((code - 1) / 2 * 100) + Number(text, 0);
        var month = Number(text, 2);
        var day = Number(text, 4);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return new IinBirthDateImpossible();
        }

        return CheckDigit(text.AsSpan(0, Length - 1)) == text[^1] - '0'
            ? new Iin(text, new DateOnly(year, month, day), SexOf(text[6]))
            : new IinCheckDigitWrong();
    }

    /// <summary>Reads a number where the reason of a failure does not matter.</summary>
    /// <param name="text">Twelve digits, nothing around them.</param>
    /// <param name="iin">The number, when it can be right.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Iin? iin)
    {
        var result = Parse(text);
        iin = result.IsOk ? result.Value : null;
        return result.IsOk;
    }

    /// <summary>
    /// The check digit for the first eleven digits: the weighted sum with the weights 1 to 11 modulo 11; where that
    /// is 10, again with the weights 3, 4, ..., 11, 1, 2. Null where it is 10 once more: such a number is not given.
    /// </summary>
    /// <param name="eleven">Eleven digits.</param>
    /// <exception cref="ArgumentException">Not eleven digits.</exception>
    public static int? CheckDigit(ReadOnlySpan<char> eleven)
    {
        if (eleven.Length != Length - 1 || eleven.ContainsAnyExceptInRange('0', '9'))
        {
            throw new ArgumentException("The check digit is made from eleven digits.", nameof(eleven));
        }

        var remainder = Remainder(eleven, shift: 0);
        remainder = remainder == 10 ? Remainder(eleven, shift: 2) : remainder;
        return remainder == 10 ? null : remainder;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static int Remainder(ReadOnlySpan<char> digits, int shift)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * (((i + shift) % 11) + 1);
        }

        return sum % 11;
    }

    private static int Number(string text, int at) => ((text[at] - '0') * 10) + text[at + 1] - '0';
}
