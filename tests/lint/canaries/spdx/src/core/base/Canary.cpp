// Nobody wrote this.
