using System.Globalization;
using System.Text.Json;

namespace TeacherCpd.Domain.Common;

/// <summary>
/// Reads a JSON value of which nothing is certain. A fault is noted with its place and reading goes on, so that a
/// person sees all faults of a file at once; what could not be read has a value that nobody may use.
/// </summary>
internal sealed class JsonPlace
{
    // Terms are added to dates: a year at the end of the calendar would have no room for them.
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private readonly JsonElement element;
    private readonly List<FieldFault> faults;

    private JsonPlace(JsonElement element, string path, List<FieldFault> faults)
    {
        this.element = element;
        this.faults = faults;
        Path = path;
    }

    /// <summary>Where the value stands, for example <c>sheets[0].rows[2].threshold</c>; empty for the whole.</summary>
    public string Path { get; }

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    public bool IsArray => element.ValueKind == JsonValueKind.Array;

    /// <summary>The root of a text; null, with a fault noted, when the text is no JSON.</summary>
    public static JsonPlace? Root(string json, List<FieldFault> faults)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            ReadEveryText(document.RootElement);
            return new JsonPlace(document.RootElement.Clone(), "", faults);
        }
        catch (JsonException wrong)
        {
            faults.Add(new FieldFault(string.Create(CultureInfo.InvariantCulture, $"line {wrong.LineNumber + 1}"), "not_json", []));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair passes the parser and fails when it is read.
            faults.Add(new FieldFault("", "not_unicode", []));
        }

        return null;
    }

    /// <summary>Notes a fault, once a place: what is missing is not wrong in other ways too.</summary>
    public void Fault(string code, params object?[] args)
    {
        if (!faults.Exists(f => f.Field == Path))
        {
            faults.Add(new FieldFault(Path, code, args));
        }
    }

    /// <summary>A member that has to be there; an empty object, with a fault noted, when it is not.</summary>
    public JsonPlace At(string name) => Maybe(name) ?? Missing(name);

    /// <summary>A member, or null when it is left out or null.</summary>
    public JsonPlace? Maybe(string name) =>
        IsObject && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new JsonPlace(value, Path.Length == 0 ? name : $"{Path}.{name}", faults)
            : null;

    /// <summary>Members that have a value, each name once.</summary>
    public IReadOnlyList<(string Name, JsonPlace Value)> Members()
    {
        if (!IsObject)
        {
            Fault("object_needed");
            return [];
        }

        var members = new List<(string Name, JsonPlace Value)>();
        foreach (var name in element.EnumerateObject().Select(m => m.Name))
        {
            if (members.Exists(m => m.Name == name))
            {
                At(name).Fault("named_twice");
            }
            else if (Maybe(name) is { } value)
            {
                members.Add((name, value));
            }
        }

        return members;
    }

    public IReadOnlyList<JsonPlace> Items()
    {
        if (!IsArray)
        {
            Fault("list_needed");
            return [];
        }

        return [.. element.EnumerateArray().Select((e, i) => new JsonPlace(e, string.Create(CultureInfo.InvariantCulture, $"{Path}[{i}]"), faults))];
    }

    public string Text()
    {
        if (element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Fault("text_needed");
        return "";
    }

    /// <summary>A text, or a number as it is written.</summary>
    public string TextOrNumber() => element.ValueKind == JsonValueKind.Number ? element.GetRawText() : Text();

    public bool Flag()
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.GetBoolean();
        }

        Fault("flag_needed");
        return false;
    }

    public decimal Number(decimal from, decimal to)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) && number >= from && number <= to)
        {
            return number;
        }

        Fault("number_needed", from, to);
        return from;
    }

    public int Whole(int from, int to)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) && number >= from && number <= to)
        {
            return number;
        }

        Fault("whole_number_needed", from, to);
        return from;
    }

    public DateOnly Date()
    {
        if (element.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= FirstYear and <= LastYear)
        {
            return date;
        }

        Fault("date_needed");
        return default;
    }

    /// <summary>A value of an enum written in camel case, as in <c>methodOffice</c>.</summary>
    public T Name<T>()
        where T : struct, Enum
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        if (TryName(text, out T value))
        {
            return value;
        }

        Fault("unknown_value", string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)));
        return default;
    }

    public static bool TryName<T>(string? text, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (string.Equals(JsonNamingPolicy.CamelCase.ConvertName(candidate.ToString()), text, StringComparison.Ordinal))
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static void ReadEveryText(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    ReadEveryText(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    ReadEveryText(member.Value);
                }

                break;
            default:
                break;
        }
    }

    private JsonPlace Missing(string name)
    {
        var place = new JsonPlace(default, Path.Length == 0 ? name : $"{Path}.{name}", faults);
        place.Fault("missing");
        return place;
    }
}
