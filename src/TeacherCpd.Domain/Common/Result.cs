namespace TeacherCpd.Domain.Common;

/// <summary>Lets the pipeline make a failed result of any result type.</summary>
/// <typeparam name="TSelf">The result type itself.</typeparam>
public interface IFailable<TSelf>
    where TSelf : IFailable<TSelf>
{
    /// <summary>The failure, or null when it went well.</summary>
    Error? Error { get; }

    /// <summary>A result that failed with <paramref name="error"/>.</summary>
    static abstract TSelf Failed(Error error);
}

/// <summary>A value, or the reason why there is none. Bugs are exceptions; this is for what users can cause.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Result<T> : IFailable<Result<T>>
{
    private readonly T? value;

    private Result(T? value, Error? error)
    {
        this.value = value;
        Error = error;
    }

    /// <inheritdoc/>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsOk => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The result failed.</exception>
    public T Value => Error is null ? value! : throw new InvalidOperationException($"No value: {Error.Code}.");

    /// <summary>A result that went well.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A failed result.</summary>
    /// <param name="error">The reason.</param>
    public static implicit operator Result<T>(Error error) => new(default, error);

    static Result<T> IFailable<Result<T>>.Failed(Error error) => error;
}

/// <summary>The value of a command that gives nothing back.</summary>
public readonly record struct Done
{
    /// <summary>The one value.</summary>
    public static Done Value => default;
}
